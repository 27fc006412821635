import type { HouseRule } from "../house-rule.ts";
import { isTestCode } from "../source-file.ts";

const ALLOWED_PACKAGES = ["zod", "uuid"];

export const sharedIsPure: HouseRule = {
  id: "shared-is-pure",
  reason:
    "shared runs in the station, the window, the MES and a browser, so it may rest on nothing that only one of them has.",
  check: (house) =>
    [...house.values()]
      .filter(({ path }) => path.startsWith("shared/") && !isTestCode(path))
      .flatMap((file) =>
        file.imports
          .filter((it) => it.target === undefined && !ALLOWED_PACKAGES.includes(it.request))
          .map((it) => ({
            file: file.path,
            line: it.line,
            what: `shared may import ${ALLOWED_PACKAGES.join(" and ")} only, not ${it.request}`,
          })),
      ),
};
