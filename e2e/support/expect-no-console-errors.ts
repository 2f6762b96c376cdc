import { expect, type Page } from '@playwright/test';

/** What the console says when an answer is a refusal on purpose (403, 404 …). */
const ANSWERED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Begins to listen to the page; call what it returns at the end of the journey. A breach of the content security
 * policy, a hydration mismatch and an uncaught exception all end up here.
 */
export function watchConsole(page: Page): { expectNoConsoleErrors: () => void } {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !ANSWERED.test(message.text())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return { expectNoConsoleErrors: () => expect(said, 'errors in the console').toEqual([]) };
}
