import type { House } from "./house.ts";

export interface Violation {
  readonly file: string;
  readonly line: number;
  /** What is wrong here, in one sentence. */
  readonly what: string;
}

export interface HouseRule {
  readonly id: string;
  /** One sentence: what would happen without the rule. Printed with every violation. */
  readonly reason: string;
  check(house: House): readonly Violation[];
}
