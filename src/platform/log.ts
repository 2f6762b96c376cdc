import pino from 'pino';

export type Log = pino.Logger;

/**
 * Structured log, one JSON object a line on standard error. Personal data never belongs in it; the paths below
 * are a last net for a mistake, not a licence.
 */
export function makeLog(level: string, name: string): Log {
  return pino(
    {
      level,
      base: { name, pid: process.pid },
      // PostgreSQL's details repeat the row that was refused, with everything in it.
      serializers: {
        err: (error: Error) => {
          const {
            detail: _detail,
            where: _where,
            internalQuery: _query,
            ...told
          } = pino.stdSerializers.err(error) as ReturnType<typeof pino.stdSerializers.err> &
            Record<string, unknown>;
          return told;
        },
      },
      redact: {
        paths: [
          'nik',
          'noKk',
          'phone',
          'email',
          'password',
          'token',
          '*.nik',
          '*.noKk',
          '*.phone',
          '*.email',
          '*.password',
        ],
        censor: '[disamarkan]',
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
