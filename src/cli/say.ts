/** One line of a command's answer. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
