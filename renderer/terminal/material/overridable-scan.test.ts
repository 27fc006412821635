import { describe, expect, test } from "vitest";
import type { Role } from "../../../shared/domain/people/person.ts";
import type { Rights } from "../../../shared/domain/people/presence.ts";
import type { PeopleView } from "../../../shared/screen/people-view.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { demoPlant } from "../fixtures/demo-plant.ts";
import { personHere } from "../fixtures/person-tile.ts";
import { scanView } from "../testing/scan-view.ts";
import { overridableScan } from "./overridable-scan.ts";

const scan = (outcome: ScanView["outcome"]) => scanView({ outcome, details: { lot: "5519" } });
const here = (role: Role) => personHere("A. Nowak", role, null);
const people = (...roles: readonly Role[]): PeopleView => ({
  ...demoPlant.people,
  signedIn: roles.map(here),
});

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
    const later = (rights: Rights): PeopleView => ({
      ...people(),
      signedIn: [{ ...here("lead"), rights }],
    });
    expect(overridableScan(scan("lot-expired"), later("own"))).toBeNull();
    expect(overridableScan(scan("lot-older-first"), later("own"))).not.toBeNull();
    expect(overridableScan(scan("lot-older-first"), later("none"))).toBeNull();
  });

  test("goes by the person who came last, and by nobody when nobody is here", () => {
    expect(overridableScan(scan("lot-expired"), people("lead", "operator"))).toBeNull();
    expect(overridableScan(scan("lot-older-first"), people())).toBeNull();
  });
});
