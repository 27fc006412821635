import { describe, expect, test } from "vitest";
import type { Role } from "../../../shared/domain/people/person.ts";
import type { PeopleView } from "../../../shared/screen/people-view.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { overridableScan } from "./overridable-scan.ts";

const scan = (outcome: ScanView["outcome"]) => ({ outcome, details: { lot: "5519" } }) as unknown as ScanView;
const people = (...roles: readonly Role[]) =>
  ({ signedIn: roles.map((role) => ({ role, rights: "all" })) }) as unknown as PeopleView;

describe("MA-7 the key to load anyway", () => {
  test.each([
    ["lot-expired", "lead", { lotId: "5519", rule: "expired" }],
    ["lot-expired", "operator", null],
    ["lot-older-first", "operator", { lotId: "5519", rule: "older-first" }],
    ["lot-held", "lead", null],
    ["lot-wrong-revision", "lead", null],
  ] as const)("%s, %s: %o", (outcome, role, offered) => {
    expect(overridableScan(scan(outcome), people(role))).toEqual(offered);
  });

  test("ST-9 a lead whose time is over has what everybody has, and whose rights have ended nothing", () => {
    const later = (rights: string) => ({ signedIn: [{ role: "lead", rights }] }) as unknown as PeopleView;
    expect(overridableScan(scan("lot-expired"), later("own"))).toBeNull();
    expect(overridableScan(scan("lot-older-first"), later("own"))).not.toBeNull();
    expect(overridableScan(scan("lot-older-first"), later("none"))).toBeNull();
  });

  test("goes by the person who came last, and by nobody when nobody is here", () => {
    expect(overridableScan(scan("lot-expired"), people("lead", "operator"))).toBeNull();
    expect(overridableScan(scan("lot-older-first"), people())).toBeNull();
  });
});
