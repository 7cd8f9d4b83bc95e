/** A change that no test can notice, since the code does the same with it, and why that is so. */
export interface Equivalent {
  file: string;
  /** As the bench prints them: the lines that are touched, without their margins. */
  before: string;
  after: string;
  why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];
