/** An analysis that the data do not carry: why, and what would make it possible. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly analysis: 'heatmap' | 'regression' | 'roofline' | 'boxplot' | 'coverage' | 'compare' | 'ablation';
  readonly model: string | undefined;
  readonly reason: string;
  readonly fix: string;
}
