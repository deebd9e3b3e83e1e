export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  readonly cure: string;
}
