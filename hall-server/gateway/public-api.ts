import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiPage } from '../publishing/api-page.ts';
import { fillPage } from '../publishing/page.ts';
import type { ApiDocuments } from './api-openapi.ts';
import { askedLanguage } from './asked-language.ts';
import { templates } from './page-files.ts';
import type { Parts } from './parts.ts';

/** The HTTP API explained to whoever writes a program: written from its own document, read without a token or a script. */
export function publicApi(app: FastifyInstance, { hall }: Parts, documents: ApiDocuments, pagesFolder: string) {
  const template = readFileSync(join(pagesFolder, templates.interfaces), 'utf8');
  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    const language = askedLanguage(request.query, 'zhHans');
    const page = apiPage(documents[language], hall.state().setup.hall.name[language], language);
    return reply.type('text/html; charset=utf-8').send(fillPage(template, language, page));
  };
  app.get('/api/v1', send);
  app.get('/api/v1/', send);
}
