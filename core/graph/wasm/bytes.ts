// Bytes that grow, and the variable-length integers of WebAssembly.

/** An append-only buffer; a lifetime of one encoding. */
export class ByteSink {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** LEB128 without sign [wasm 5.2.2]; `value` in [0, 2^32). */
  unsigned(value: number): void {
    for (let rest = value >>> 0; ; ) {
      const low = rest & 0x7f;
      rest >>>= 7;
      this.byte(rest === 0 ? low : low | 0x80);
      if (rest === 0) return;
    }
  }

  /** LEB128 with sign [wasm 5.2.2]; `value` in [-2^31, 2^31). */
  signed(value: number): void {
    for (let rest = value; ; ) {
      const low = rest & 0x7f;
      rest >>= 7;
      const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
      this.byte(done ? low : low | 0x80);
      if (done) return;
    }
  }

  /** As `signed`, of 64 bits. */
  long(value: bigint): void {
    for (;;) {
      const low = Number(value & 0x7fn);
      value >>= 7n;
      const done = (value === 0n && (low & 0x40) === 0) || (value === -1n && (low & 0x40) !== 0);
      this.byte(done ? low : low | 0x80);
      if (done) return;
    }
  }

  f32(value: number): void {
    const word = new DataView(new ArrayBuffer(4));
    word.setFloat32(0, value, true);
    this.append(new Uint8Array(word.buffer));
  }

  f64(value: number): void {
    const word = new DataView(new ArrayBuffer(8));
    word.setFloat64(0, value, true);
    this.append(new Uint8Array(word.buffer));
  }

  /** Length, then UTF-8; `text` is ASCII. */
  name(text: string): void {
    this.unsigned(text.length);
    for (const letter of text) this.byte(letter.charCodeAt(0));
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** The bytes of `write`, after their length. */
  sized(write: (sink: ByteSink) => void): void {
    const inner = new ByteSink();
    write(inner);
    this.unsigned(inner.#length);
    this.append(inner.#bytes.subarray(0, inner.#length));
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
