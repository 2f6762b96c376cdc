import type { Handler, MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

collectDefaultMetrics();

const durations = new Histogram({
  name: 'gawangan_http_request_seconds',
  help: 'Time to answer an HTTP request, by method, first part of the path and status class',
  labelNames: ['method', 'area', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

const AREA = /^\/([a-z0-9-]{0,30})/;

/** Only the first part of the path becomes a label: ids and search words stay out of the metrics. */
export const measureRequests: MiddlewareHandler = async (c, next) => {
  const stop = durations.startTimer();
  await next();
  stop({
    method: c.req.method,
    area: c.res.status === 404 ? 'unknown' : (AREA.exec(c.req.path)?.[1] ?? ''),
    status: `${Math.floor(c.res.status / 100)}xx`,
  });
};

export const metricsPage: Handler = async (c) =>
  c.text(await register.metrics(), 200, { 'Content-Type': register.contentType });
