import { z } from 'zod';
import { Language } from '../../shared/languages.ts';

/** `?lang=` of an address that anybody may have typed; `usual` without one, or with one that is not spoken here. */
export function askedLanguage(query: unknown, usual: Language): Language {
  return z.object({ lang: Language.catch(usual).default(usual) }).parse(query).lang;
}
