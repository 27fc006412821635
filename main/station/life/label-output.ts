import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { LabelSize } from "../../../shared/screen/label/label-layout.ts";
import { labelSvg } from "../../../shared/screen/label/label-svg.ts";
import type { LabelView } from "../../../shared/screen/label/label-view.ts";
import { labelZpl } from "../../../shared/screen/label/label-zpl.ts";
import { replaceFile } from "../store/sidecar.ts";
import type { LabelOutput } from "../work/label-desk.ts";

/** IT fetches labels under a name of its own. */
const READABLE = 0o644;
/** A printer on the shop floor answers at once or not at all. */
const ANSWER_WITHIN_MS = 5_000;

export interface LabelPlace {
  readonly folder: string;
  readonly size: LabelSize;
  /** null: labels lie in the folder. */
  readonly printer: { readonly host: string; readonly port: number } | null;
}

/** Gives a label out once: to the printer, or as files. Nothing here tries again (PK-10). */
export function labelOutput({ folder, size, printer }: LabelPlace): LabelOutput {
  return {
    async give(label) {
      const zpl = labelZpl(label, size);
      try {
        if (printer !== null) {
          await send(printer, zpl);
          return { state: "sent", where: `${printer.host}:${printer.port}` };
        }
        return { state: "lies", where: write(folder, label, { svg: labelSvg(label, size), zpl }) };
      } catch (error) {
        return { state: "failed", where: printer?.host ?? folder, why: codeOf(error) };
      }
    },
  };
}

function write(
  folder: string,
  label: LabelView,
  texts: { readonly svg: string; readonly zpl: string },
): string {
  mkdirSync(folder, { recursive: true });
  const name = label.copy === 1 ? label.sscc : `${label.sscc}-copy-${label.copy}`;
  replaceFile(join(folder, `${name}.zpl`), texts.zpl, READABLE);
  const svg = join(folder, `${name}.svg`);
  replaceFile(svg, texts.svg, READABLE);
  return svg;
}

function send({ host, port }: { host: string; port: number }, zpl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.setTimeout(ANSWER_WITHIN_MS, () => {
      socket.destroy(Object.assign(new Error("The printer does not answer"), { code: "ETIMEDOUT" }));
    });
    socket.once("error", reject);
    socket.once("close", (hadError) => {
      if (!hadError) resolve();
    });
    socket.once("connect", () => socket.end(zpl, "utf8"));
    // What a printer says is not needed, but unread it would keep the connection open.
    socket.resume();
  });
}

/** "ECONNREFUSED", "EACCES" …: IT knows them; what has no code is a fault of this program. */
function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}
