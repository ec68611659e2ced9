import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof openMetrics>;

export function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "shouwang_" });
  const registers = [registry];
  return {
    registry,
    operations: new Histogram({
      name: "shouwang_graphql_seconds",
      help: "Time to answer an operation, by its name and outcome.",
      labelNames: ["operation", "outcome"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    sockets: new Gauge({ name: "shouwang_sockets", help: "Open WebSockets.", registers }),
    subscriptions: new Gauge({ name: "shouwang_subscriptions", help: "Open subscriptions.", registers }),
    delivered: new Counter({
      name: "shouwang_events_delivered_total",
      help: "Events handed to subscribers.",
      registers,
    }),
    refused: new Counter({
      name: "shouwang_refused_total",
      help: "Operations refused before they ran.",
      labelNames: ["why"],
      registers,
    }),
    jobs: new Counter({
      name: "shouwang_jobs_total",
      help: "Jobs done, by task and outcome.",
      labelNames: ["task", "outcome"],
      registers,
    }),
  };
}
