/** Checks the rules of the house over all sources; every violation is an error. */
import path from "node:path";
import { readHouse } from "./house/house.ts";
import { HOUSE_RULES } from "./house/house-rules.ts";

const house = await readHouse(path.dirname(import.meta.dirname));
const broken = HOUSE_RULES.map((rule) => ({ rule, violations: rule.check(house) })).filter(
  ({ violations }) => violations.length > 0,
);

for (const { rule, violations } of broken) {
  console.error(`\n${rule.id}: ${rule.reason}`);
  for (const { file, line, what } of violations) console.error(`  ${file}:${line}  ${what}`);
}

const kept = HOUSE_RULES.length - broken.length;
console.log(`house: ${kept} rules kept, ${broken.length} broken, ${house.size} files`);
process.exitCode = broken.length > 0 ? 1 : 0;
