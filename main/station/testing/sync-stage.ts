import { ChaosProxy } from "./chaos-proxy.ts";
import { expectOnce } from "./expect-once.ts";
import { type RealMes, stationToken } from "./real-mes.ts";
import { type RigOptions, type SyncRig, startSyncRig } from "./sync-rig.ts";
import { type TestStation, waiting } from "./test-station.ts";
import { until } from "./until.ts";

type StartOptions = Partial<Omit<RigOptions<TestStation["outbox"]>, "outbox">>;

/** One station in front of a real MES, with a proxy in between; counts what it books. */
export class StagedStation<Station extends TestStation = TestStation> {
  readonly stationId: string;
  readonly proxy: ChaosProxy;
  readonly station: Station;
  booked = 0;
  rig: SyncRig<Station["outbox"]> | undefined;
  readonly #mes: RealMes;

  private constructor(mes: RealMes, stationId: string, proxy: ChaosProxy, station: Station) {
    this.#mes = mes;
    this.stationId = stationId;
    this.proxy = proxy;
    this.station = station;
  }

  static async open<Station extends TestStation>(
    mes: RealMes,
    stationId: string,
    openStation: (stationId: string) => Station,
  ): Promise<StagedStation<Station>> {
    await mes.enrol(stationId);
    return new StagedStation(mes, stationId, await ChaosProxy.start(mes.port), openStation(stationId));
  }

  book(good = 1): void {
    this.station.book(good);
    this.booked += good;
    this.rig?.sync.wake();
  }

  start(options: StartOptions = {}): SyncRig<Station["outbox"]> {
    this.rig = startSyncRig({
      mesUrl: this.proxy.url,
      stationId: this.stationId,
      token: stationToken(this.stationId),
      ...options,
      outbox: this.station.outbox,
    });
    return this.rig;
  }

  waiting(): number {
    return waiting(this.station.outbox);
  }

  async drained(): Promise<void> {
    await until(() => this.waiting() === 0);
  }

  async expectOnce(): Promise<void> {
    await expectOnce(this.#mes, this);
  }

  async close(): Promise<void> {
    await this.rig?.sync.stop();
    await this.proxy.stop();
    this.station.close();
  }
}
