import { createContext, useContext } from 'react';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { attendanceTexts } from './messages.ts';

export const LocaleContext = createContext<Locale>('id');
export const useLocale = (): Locale => useContext(LocaleContext);
export const useText = () => messagesFor(attendanceTexts, useLocale());
