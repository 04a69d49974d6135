// Generated from the schema of the same name by `npm run generate`. Do not edit.

/**
 * The devices that a workbench knows, by name.
 */
export interface Fleet {
  /**
   * Path or address of this schema, for editors.
   */
  $schema?: string;
  /**
   * Kind and version of this document.
   */
  edgewright: 'fleet/v1';
  /**
   * The devices, each with a name of its own.
   *
   * @minItems 1
   * @maxItems 10000
   */
  devices: Device[];
}
/**
 * This interface was referenced by `Fleet`'s JSON-Schema
 * via the `definition` "device".
 */
export interface Device {
  /**
   * A name of lower-case letters, digits and hyphens.
   */
  name: string;
  /**
   * An address where its agent listens, as ws://host:port or wss://host:port. Without it the agent dials in.
   */
  address?: string;
  token?: Token;
  /**
   * The SHA-256 of the agent's TLS certificate, in hexadecimal; needed for wss with a certificate of one's own.
   */
  certificate?: string;
  /**
   * Labels to choose devices by.
   */
  labels?: {
    [k: string]: string;
  };
}
/**
 * Where the pairing token is kept, as {env: NAME} or {file: PATH}. Tokens themselves do not stand in this file.
 *
 * This interface was referenced by `Fleet`'s JSON-Schema
 * via the `definition` "token".
 */
export interface Token {
  /**
   * Name of an environment variable.
   */
  env?: string;
  /**
   * Path of a file, relative to this one.
   */
  file?: string;
}
