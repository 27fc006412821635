import { initTRPC, TRPCError } from "@trpc/server";
import type { WorkPlace } from "../../../shared/domain/orders/work-place.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { MachineTrend, MachineTrendInput } from "../../../shared/screen/machine-trend.ts";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { VerifyReport } from "../diagnostics/verify-store.ts";
import type { AlarmDesk } from "../work/alarm-desk.ts";
import type { CommandDesk } from "../work/command-desk.ts";
import type { CommissioningDesk } from "../work/commissioning-desk.ts";
import type { ExchangeDesk } from "../work/exchange-desk.ts";
import type { ScanDesk } from "../work/scan-desk.ts";

/** Who is at the other end: the screen in the shell, or a tool of the same user on this computer. */
export type ClientRole = "screen" | "tool";

/** What the procedures can do; built once in compose. */
export interface StationServices {
  readonly commands: CommandDesk;
  readonly signIn: (input: CommandInput<"session.signInWithPin">) => Promise<CommandAnswer>;
  readonly printLabel: (input: CommandInput<"packing.printLabel">) => CommandAnswer;
  readonly scans: ScanDesk;
  readonly alarms: Pick<AlarmDesk, "acknowledge">;
  /** Somebody touched the screen: whoever has rights keeps them. */
  readonly touched: () => void;
  readonly commissioning: CommissioningDesk;
  readonly exchange: ExchangeDesk;
  readonly openCheck: (characteristicId: string | null) => void;
  /** What the terminal shows from now on; a place it does not have leaves it at the nearest it has. */
  readonly showPlace: (place: WorkPlace) => void;
  readonly screen: () => ScreenModel;
  /** Resolves at the next change, or when `signal` is aborted. */
  readonly nextChange: (signal: AbortSignal) => Promise<void>;
  readonly trend: (input: MachineTrendInput) => Promise<MachineTrend>;
  readonly verify: () => Promise<VerifyReport>;
  readonly journal: (afterSeq: number, limit: number) => readonly JournalEntry[];
}

export interface RpcContext {
  readonly role: ClientRole;
  readonly services: StationServices;
}

const t = initTRPC.context<RpcContext>().create({
  /** A screen needs to know what kind of fault it was, never where in our code. */
  errorFormatter: ({ shape }) => ({ ...shape, data: { code: shape.data.code, path: shape.data.path } }),
});

export const router = t.router;

export const screenProcedure = t.procedure.use(({ ctx, next }) => {
  if (ctx.role !== "screen") throw new TRPCError({ code: "FORBIDDEN", message: "Only for the screen" });
  return next();
});

export const toolProcedure = t.procedure.use(({ ctx, next }) => {
  if (ctx.role !== "tool") throw new TRPCError({ code: "FORBIDDEN", message: "Only for tools" });
  return next();
});
