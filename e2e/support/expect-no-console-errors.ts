import { expect, type Page } from '@playwright/test';

/** What the console says when an answer is a refusal on purpose (403, 404 …). */
const ANSWERED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Begins to listen to the page; call what it returns at the end of the journey. A breach of the content security
 * policy, a hydration mismatch and an uncaught exception all end up here. `expected`: what a journey brings about itself.
 */
export function watchConsole(page: Page, expected?: RegExp): { expectNoConsoleErrors: () => void } {
  const said: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !ANSWERED.test(text) && !expected?.test(text)) said.push(text);
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return { expectNoConsoleErrors: () => expect(said, 'errors in the console').toEqual([]) };
}
