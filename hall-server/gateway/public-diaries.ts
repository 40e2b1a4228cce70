import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../shared/languages.ts';
import { diaryMarkdown } from '../publishing/diary-markdown.ts';
import { diaryPage, gonePage, indexPage } from '../publishing/diary-page.ts';
import { exampleDiary } from '../publishing/example-diary.ts';
import { fillPage, type PublicPage } from '../publishing/page.ts';
import { diaryIndex, publishedDiary } from '../views/diaries.ts';
import { askedLanguage } from './asked-language.ts';
import { templates } from './page-files.ts';
import type { Parts } from './parts.ts';

const File = z.object({ file: z.string() });

/** Published diaries and the board of suggestions: written here, read without a script, by anybody. */
export function publicDiaries(app: FastifyInstance, { hall, diaries }: Parts, pagesFolder: string) {
  const template = readFileSync(join(pagesFolder, templates.diaries), 'utf8');
  const languageOf = (request: FastifyRequest) => askedLanguage(request.query, 'zhHans');
  const send = (reply: FastifyReply, language: Language, page: PublicPage) =>
    reply.type('text/html; charset=utf-8').send(fillPage(template, language, page));
  const example = () => (hall.state().setup.hall.demo ? exampleDiary(hall.state().setup.hall.name) : null);

  app.get('/diaries', async (_request, reply) => reply.redirect('/diaries/'));
  app.get('/diaries/', async (request, reply) => {
    const language = languageOf(request);
    return send(reply, language, indexPage(diaryIndex(hall.state(), diaries), example(), language));
  });

  app.get('/diaries/:file', async (request, reply) => {
    const language = languageOf(request);
    const [, name = '', markdown] = /^(\d{1,6}|example)(\.md)?$/.exec(File.parse(request.params).file) ?? [];
    const isExample = name === 'example';
    const diary = isExample ? example() : publishedDiary(hall.state(), Number(name), diaries);
    if (diary === null)
      return send(reply.code(404), language, gonePage(hall.state().setup.hall.name[language], language));
    if (markdown === undefined) return send(reply, language, diaryPage(diary, language, isExample));
    return reply.type('text/markdown; charset=utf-8').send(diaryMarkdown(diary, language, isExample));
  });
}
