import { z } from 'zod';
import { blankAsAbsent, idShape, optionalText } from '#kernel/shape.ts';
import { waves } from './rules/ask-calendar.ts';
import {
  buyerAnswers,
  type OutcomeAnswers,
  runningAnswers,
  type YesNo,
  yesNo,
} from './rules/outcome-questions.ts';
import { salesBandKeys } from './rules/sales-bands.ts';

/** A chip left alone, or the one that says "skip", is nothing said. */
const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(blankAsAbsent, z.enum(values).optional()).transform((value) => value ?? null);
const words = (most: number) =>
  z.preprocess(blankAsAbsent, optionalText(most)).transform((text) => text ?? null);

/** What was told. Only whether the enterprise goes on must be said. */
export const answersShape = z
  .object({
    running: z.enum(runningAnswers),
    salesBand: chosen(salesBandKeys),
    newProduct: chosen(yesNo),
    productName: words(120),
    newBuyer: chosen(buyerAnswers),
    hasExported: chosen(yesNo),
    helped: words(500),
    mayPublish: chosen(['yes']),
  })
  .transform((told): OutcomeAnswers => {
    // Whoever names a new product has one.
    const newProduct: YesNo | null =
      told.productName !== null && told.newProduct === null ? 'yes' : told.newProduct;
    return { ...told, newProduct, productName: newProduct === 'yes' ? told.productName : null };
  });

export const recordAnswerInput = z.object({
  askId: idShape,
  /** Made by the form: sent twice it is kept once. */
  answerId: idShape,
  answers: answersShape,
});

const code = z.string().max(100);
export const answerByLinkInput = z.object({ code, answerId: idShape, answers: answersShape });
export const confirmByLinkInput = z.object({ code, answerId: idShape });
export const disputeByLinkInput = z.object({ code, answerId: idShape, note: optionalText(300) });

export const askIdInput = z.object({ askId: idShape });
export const waveInput = z.object({
  intakeId: idShape,
  months: z.preprocess(Number, z.literal([...waves])),
});
