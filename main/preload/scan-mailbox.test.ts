import { expect, test } from "vitest";
import { createScanMailbox } from "./scan-mailbox.ts";

test("K2 scans made while the screen starts are handed over in order, once", () => {
  const mailbox = createScanMailbox();
  const first: string[] = [];
  const second: string[] = [];
  mailbox.deliver("BG1001", 0);
  mailbox.deliver("WO4711", 500);
  mailbox.subscribe((raw) => first.push(raw), 1_000);
  mailbox.subscribe((raw) => second.push(raw), 1_100);
  expect(first).toEqual(["BG1001", "WO4711"]);
  expect(second).toEqual([]);
});

test("a scan of long ago is not sprung on whoever stands there now", () => {
  const mailbox = createScanMailbox();
  const heard: string[] = [];
  mailbox.deliver("WO4711", 0);
  mailbox.subscribe((raw) => heard.push(raw), 10_001);
  expect(heard).toEqual([]);
});

test("only the latest scans are kept", () => {
  const mailbox = createScanMailbox();
  const heard: string[] = [];
  for (let scan = 0; scan < 50; scan += 1) mailbox.deliver(String(scan), scan);
  mailbox.subscribe((raw) => heard.push(raw), 50);
  expect(heard).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 34)));
});

test("an ended subscription hears nothing more", () => {
  const mailbox = createScanMailbox();
  const heard: string[] = [];
  const unsubscribe = mailbox.subscribe((raw) => heard.push(raw), 0);
  mailbox.deliver("A1", 1);
  unsubscribe();
  mailbox.deliver("A2", 2);
  expect(heard).toEqual(["A1"]);
});
