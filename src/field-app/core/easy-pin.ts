/** Whether a PIN is among the first that anybody tries: one digit, digits in a row, or half of it twice. */
export function isEasyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  if (
    steps.every((step) => step === 0) ||
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1)
  )
    return true;
  return /^(\d{2})\1\1$|^(\d{3})\2$/.test(pin);
}
