/** A calendar as programs and browsers take it. */
export const calendarFile = (text: string, cacheControl: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="jadwal.ics"',
      'Cache-Control': cacheControl,
    },
  });
