import type { PackingUnit } from "../../../shared/domain/packing/packing-unit.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import { isClosed, labelContent } from "../../../shared/screen/label/label-content.ts";
import type { Bars, LabelView } from "../../../shared/screen/label/label-view.ts";
import type { Recorder } from "../record/recorder.ts";
import type { CommandDesk } from "./command-desk.ts";
import type { LabelJob } from "./label-job.ts";
import type { StationMemory } from "./memory.ts";

export interface LabelOutput {
  /** Never repeats by itself, and tells what went wrong instead of throwing it. */
  give(label: LabelView): Promise<LabelJob>;
}

export interface LabelDeskOptions {
  readonly recorder: Recorder;
  readonly commands: CommandDesk;
  readonly output: LabelOutput;
  readonly memory: StationMemory;
  readonly timeZone: string;
  readonly bars: {
    draw(elementString: string): Bars | undefined;
    load(): Promise<void>;
  };
  readonly changed: () => void;
}

export interface LabelDesk {
  print(input: CommandInput<"packing.printLabel">): CommandAnswer;
  /** null while its bars cannot be drawn yet. */
  labelOf(unit: PackingUnit, copy: number): LabelView | null;
}

/**
 * The job is in the journal before anything goes to a printer: a crash or a time-out between them costs a label, which a
 * person prints again as a copy, and never makes two that look alike (PK-10).
 */
export function createLabelDesk(options: LabelDeskOptions): LabelDesk {
  const { recorder, commands, output, memory, bars } = options;

  const labelOf = (unit: PackingUnit, copy: number): LabelView | null => {
    if (!isClosed(unit)) return null;
    const { elementStrings, ...content } = labelContent(unit, { timeZone: options.timeZone, copy });
    const symbols = elementStrings.flatMap((elementString) => {
      const drawn = bars.draw(elementString);
      return drawn === undefined ? [] : [{ elementString, bars: drawn }];
    });
    return symbols.length === elementStrings.length ? { ...content, symbols } : null;
  };

  const give = async (unitId: string): Promise<void> => {
    const unit = recorder.state().unit.get(unitId);
    if (unit === undefined) return;
    await bars.load();
    const label = labelOf(unit, unit.labels);
    if (label === null) return;
    memory.labels.set(unitId, await output.give(label));
    options.changed();
  };

  return {
    labelOf,
    print(input) {
      const answer = commands.execute("packing.printLabel", input);
      if (answer.ok && !answer.repeated) void give(input.unitId);
      return answer;
    },
  };
}
