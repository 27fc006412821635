import { describe, expect, test } from "vitest";
import { asPlanner, asStation, type Call, call } from "../testing/test-app.ts";
import { jobOrder, newStation } from "../testing/test-mes.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";

const plant = testPlantOfFile();

const EPOCH = "01932b7a-0000-4000-8000-000000000001";

describe("who may do what", () => {
  const routes: readonly (readonly [Call & { readonly needs: "nobody" | "station" | "planner" }])[] = [
    [{ needs: "nobody", url: "/api/v1/health" }],
    [{ needs: "nobody", url: "/api/v1/openapi.json" }],
    [{ needs: "nobody", url: "/api/v1/floor" }],
    [{ needs: "nobody", url: "/api/v1/orders" }],
    [{ needs: "nobody", url: "/api/v1/orders/auth-order" }],
    [{ needs: "station", url: `/api/v1/stations/:station/handshake?epoch=${EPOCH}` }],
    [{ needs: "station", url: "/api/v1/stations/:station/directives?after=0" }],
    [{ needs: "station", method: "POST", url: "/api/v1/stations/:station/journal", body: {} }],
    [{ needs: "planner", method: "POST", url: "/api/v1/stations", body: {} }],
    [{ needs: "planner", method: "POST", url: "/api/v1/orders", body: {} }],
    [{ needs: "planner", method: "POST", url: "/api/v1/orders/auth-order/cancel" }],
    [{ needs: "planner", method: "POST", url: "/api/v1/master-data/reason", body: {} }],
    [{ needs: "planner", method: "POST", url: "/api/v1/maintenance/none/done" }],
    [{ needs: "planner", method: "POST", url: "/api/v1/attention/none/close" }],
  ];

  test.each(routes)("M4 $method $url needs $needs", async ({ needs, url, ...rest }) => {
    await call(plant.app, {
      url: "/api/v1/orders",
      as: asPlanner,
      body: { jobOrders: [jobOrder("auth-order")] },
    });
    const own = await newStation(plant.mes);
    const foreign = await newStation(plant.mes);
    const at = (as: Call["as"]) => call(plant.app, { ...rest, url: url.replace(":station", own), as });
    const status = async (as: Call["as"]) => (await at(as)).statusCode;
    const seen = {
      nobody: await status(undefined),
      wrong: await status({ token: "guessed" }),
      foreign: await status(asStation(foreign)),
      planner: await status(asPlanner),
      station: await status(asStation(own)),
    };
    if (needs === "nobody")
      expect(seen).toEqual({ nobody: 200, wrong: 200, foreign: 200, planner: 200, station: 200 });
    else expect(seen).toMatchObject({ nobody: 401, wrong: 401, foreign: 403 });
    if (needs === "planner") expect(seen.station).toBe(403);
    if (needs === "station") expect(seen.planner).toBe(403);
    if (needs !== "nobody") expect([200, 400, 404]).toContain(seen[needs]);
  });

  test.each(["Basic dG9rZW4=", "Bearer", "Bearer ", "bearer x y", "Bearer \u00e4"])(
    "M4 authorization: %s",
    async (authorization) => {
      const response = await plant.app.inject({
        method: "POST",
        url: "/api/v1/orders",
        headers: { authorization },
      });
      expect(response.statusCode).toBe(401);
      expect(response.headers["www-authenticate"]).toContain("Bearer");
    },
  );
});
