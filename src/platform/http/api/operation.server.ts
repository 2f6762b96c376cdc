import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor, Permission } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { Command, QueryContext } from '../../command.server.ts';
import type { Services } from '../../services.server.ts';

export type ApiServices = Services;

/** What an operation answers; the machinery makes status, headers and JSON of it. */
export type Answer = {
  body: unknown;
  /** Of the record just made, below /api/v1. */
  location?: string;
  /** Of a record that may be edited: becomes its ETag. */
  revision?: number;
};

/** One request, authenticated and read. */
export type Call<Params, Query> = {
  services: Services;
  actor: Actor;
  locale: Locale;
  params: Params;
  query: Query;
  /** The JSON object sent, as shapes of forms take it (see leavesAsText); nulls are still there. */
  body: Readonly<Record<string, unknown>>;
  /** The file sent, where the operation takes one: read once, to its end or destroyed. */
  content: Readable | null;
  /** What the client wrote as Idempotency-Key; for operations that take a file and see to it themselves. */
  idempotencyKey: string | null;
  /** From If-Match; 0 where the operation asks for none. */
  revision: number;
  /** Reads in a transaction of the token's office, within its scope. Null becomes `not_found`. */
  read<Value>(
    permission: Permission,
    work: (context: QueryContext) => Promise<Value | null>,
  ): Promise<Outcome<Value>>;
  /**
   * Runs a command, once per Idempotency-Key. The answer holds ids and never personal data, since it is kept. `under`
   * names the part of the input that the request body stands for, so that errors name its fields.
   */
  write<Shape extends z.ZodType, Value>(
    command: Command<Shape, Value>,
    input: unknown,
    options: { under?: string; answer: (value: Value) => Answer },
  ): Promise<Outcome<Answer>>;
};

export type Operation<Params = unknown, Query = unknown> = {
  id: string;
  method: 'get' | 'post' | 'patch';
  /** Below /api/v1, with parameters in braces. */
  path: string;
  tag: string;
  /** What it does, in Bahasa Indonesia; `description` says it in English, with what is worth knowing. */
  summary: string;
  description: string;
  /** Who may; null: every token. */
  permission: Permission | null;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** The shape is for the document: the command parses what was sent. */
  body?: { shape: z.ZodType; example: Readonly<Record<string, unknown>> };
  /** In place of a body: the bytes of a file, whatever its type, up to so many megabytes. */
  file?: { megabytes: number; description: string };
  /** `tagged`: the answer carries an ETag. `guarded`: the request must carry one. */
  etag?: 'tagged' | 'guarded';
  answer: {
    status: 200 | 201;
    shape: z.ZodType;
    /** Personal data in the clear: kept by nobody, neither for replay nor by caches. */
    personal?: boolean;
  };
  handle(call: Call<Params, Query>): Promise<Outcome<Answer>>;
};

/** Declares an operation of the API; handed to makeApiApp. */
export function defineOperation<Params = unknown, Query = unknown>(
  operation: Operation<Params, Query>,
): Operation {
  return operation as unknown as Operation;
}

/** Whether an Idempotency-Key is honoured. */
export function isIdempotent(operation: Operation): boolean {
  return (operation.body !== undefined || operation.file !== undefined) && !operation.answer.personal;
}

export const idParam = (what: string) =>
  z
    .string()
    .refine(isId, 'id_format')
    .meta({ description: what, format: 'uuid', example: '01970f2e-5a00-7000-8000-000000000001' });

/** A query parameter that may be given several times: any of its values. */
export const anyOf = <Value extends z.ZodType>(value: Value, description: string) =>
  z
    .preprocess(
      (given) => (given === undefined || Array.isArray(given) ? given : [given]),
      z.array(value).max(100).optional(),
    )
    .meta({ description });
