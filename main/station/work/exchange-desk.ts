import type { Known } from "../../../shared/domain/known.ts";
import { mayExchange } from "../../../shared/domain/machines/decide-commissioning.ts";
import { mappingChanges } from "../../../shared/domain/machines/mapping-changes.ts";
import { readMapping } from "../../../shared/domain/machines/read-mapping.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import type {
  CommissioningAnswer,
  CommissioningInput,
  ExchangeList,
  ExportedMapping,
  MappingComparison,
  StoredMapping,
} from "../../../shared/screen/commissioning.ts";
import { actorOf } from "./command-desk.ts";
import {
  createMappingSaver,
  invalidMapping,
  loginsWithout,
  type MappingSaver,
  type SaverOptions,
  TOOL,
} from "./save-mapping.ts";

/** Where mappings are handed over; what goes wrong there is told and nothing is half written. */
export interface ExchangeFolder {
  list(): Result<ExchangeList, Refusal>;
  read(file: string): Result<string, Refusal>;
  /** Never over a file that says something else. @param wanted name without its ending. @returns the name it got */
  write(wanted: string, text: string): Result<ExportedMapping, Refusal>;
}

export interface ExchangeOptions extends SaverOptions {
  readonly folder: ExchangeFolder;
  readonly stationId: string;
}

/** A mapping goes out of the station and comes in as a file. */
export interface ExchangeDesk {
  exportMapping(): CommissioningAnswer<ExportedMapping>;
  files(): CommissioningAnswer<ExchangeList>;
  compare(file: string): CommissioningAnswer<MappingComparison>;
  importMapping(input: CommissioningInput<"commissioning.importMapping">): Promise<CommandAnswer>;
  /** For IT at this computer. */
  readonly tool: {
    mapping(): StoredMapping;
    /** Takes the place of whatever is in use when it comes. */
    importText(intentId: string, text: string): Promise<CommandAnswer>;
  };
}

export function createExchangeDesk(options: ExchangeOptions): ExchangeDesk {
  return new Desk(options);
}

class Desk implements ExchangeDesk {
  readonly #options: ExchangeOptions;
  readonly #saver: MappingSaver;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#saver = createMappingSaver(options);
  }

  exportMapping(): CommissioningAnswer<ExportedMapping> {
    const may = mayExchange(this.#known());
    if (!may.ok) return may;
    const { clock, room, folder, stationId } = this.#options;
    const date = clock.now().atUtc.slice(0, 10);
    return folder.write(`mapping-${stationId}-${date}`, room().mapping().text);
  }

  files(): CommissioningAnswer<ExchangeList> {
    const may = mayExchange(this.#known());
    return may.ok ? this.#options.folder.list() : may;
  }

  compare(file: string): CommissioningAnswer<MappingComparison> {
    const may = mayExchange(this.#known());
    if (!may.ok) return may;
    const text = this.#options.folder.read(file);
    if (!text.ok) return text;
    const { file: after, faults } = readMapping(text.value);
    if (after === undefined) return refuse(invalidMapping(faults));
    const room = this.#options.room();
    const { text: current, version: basedOn } = room.mapping();
    const before = readMapping(current).file ?? { ...after, machines: [] };
    return accept({
      file,
      version: room.versionOf(text.value),
      basedOn,
      differences: mappingChanges(before, after),
      withoutPassword: loginsWithout(after, room),
    });
  }

  async importMapping(input: CommissioningInput<"commissioning.importMapping">): Promise<CommandAnswer> {
    const { intentId, file, version, basedOn, passwords } = input;
    const { recorder, folder, room } = this.#options;
    const before = recorder.booked(intentId);
    if (before !== undefined) return { ok: true, ...before };
    const may = mayExchange(this.#known());
    if (!may.ok) return may;
    const text = folder.read(file);
    if (!text.ok) return text;
    if (room().versionOf(text.value) !== version) return { ok: false, refusal: refusal("mapping-changed") };
    const actor = actorOf(recorder.state());
    return this.#saver.save({ intentId, text: text.value, basedOn, passwords }, actor);
  }

  readonly tool: ExchangeDesk["tool"] = {
    mapping: () => this.#options.room().mapping(),
    importText: (intentId, text) => {
      const basedOn = this.#options.room().mapping().version;
      return this.#saver.save({ intentId, text, basedOn, passwords: {} }, TOOL);
    },
  };

  #known(): Known {
    this.#options.rights.settle();
    return { state: this.#options.recorder.state(), master: this.#options.master() };
  }
}
