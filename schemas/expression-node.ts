// The parts of which expressions consist, and the functions that they may call.

export type ExpressionNode =
  | { readonly kind: 'literal'; readonly offset: number; readonly value: number | string | boolean }
  | { readonly kind: 'name'; readonly offset: number; readonly name: string }
  | { readonly kind: 'unary'; readonly offset: number; readonly operator: '-' | '+' | '!'; readonly of: ExpressionNode }
  | {
      readonly kind: 'binary';
      readonly offset: number;
      readonly operator: Arithmetic | Comparison | Equality;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    }
  | {
      readonly kind: 'logical';
      readonly offset: number;
      readonly operator: '&&' | '||';
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    }
  | {
      readonly kind: 'choice';
      readonly offset: number;
      readonly test: ExpressionNode;
      readonly yes: ExpressionNode;
      readonly no: ExpressionNode;
    }
  | {
      readonly kind: 'call';
      readonly offset: number;
      readonly function: FunctionName;
      readonly of: readonly ExpressionNode[];
    };

export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '**';
export type Comparison = '<' | '<=' | '>' | '>=';
export type Equality = '==' | '!=';
export type FunctionName = keyof typeof functions;

export const functionNames = ['min', 'max', 'abs', 'floor', 'ceil', 'round', 'sqrt', 'log2'] as const;

export const functions = {
  min: { least: 1, most: 20, apply: Math.min },
  max: { least: 1, most: 20, apply: Math.max },
  abs: { least: 1, most: 1, apply: Math.abs },
  floor: { least: 1, most: 1, apply: Math.floor },
  ceil: { least: 1, most: 1, apply: Math.ceil },
  round: { least: 1, most: 1, apply: Math.round },
  sqrt: { least: 1, most: 1, apply: Math.sqrt },
  log2: { least: 1, most: 1, apply: Math.log2 },
} satisfies Record<(typeof functionNames)[number], { least: number; most: number; apply: (...of: number[]) => number }>;
