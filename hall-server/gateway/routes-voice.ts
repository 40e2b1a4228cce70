import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { VoiceLanguage } from '../../shared/languages.ts';
import {
  ClipName,
  mostUploadBytes,
  type RecordingsList,
  RecordingsVersion,
  UploadRecordings,
} from '../../shared/voice.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

const Language = z.object({ language: VoiceLanguage });
const Clip = z.object({ language: VoiceLanguage, version: RecordingsVersion, name: ClipName });

/** The hall's own voices: administrators bring and remove them, screens fetch them. */
export function voiceRoutes(app: FastifyInstance, { staff, recordings }: Pick<Parts, 'staff' | 'recordings'>) {
  const administrator = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (found.me.role !== 'administrator') throw new Refused('forbidden');
  };

  app.get('/api/voice', async (): Promise<RecordingsList> => recordings.list());

  // Who may not upload is refused before a single byte of it is read.
  const upload = { bodyLimit: mostUploadBytes, onRequest: async (request: FastifyRequest) => administrator(request) };
  app.post('/api/voice/:language', upload, async (request) => {
    const { language } = parsed(Language, request.params);
    if (!recordings.save(language, parsed(UploadRecordings, request.body))) throw new Refused('malformed');
    return recordings.list();
  });

  app.post('/api/voice/:language/remove', async (request) => {
    administrator(request);
    recordings.remove(parsed(Language, request.params).language);
    return recordings.list();
  });

  app.get('/voice/:language/:version/:name', async (request, reply) => {
    const { language, version, name } = parsed(Clip, request.params);
    const clip = recordings.clip(language, version, name);
    if (clip === null) throw new Refused('notFound');
    // The version in its address is of these very bytes.
    return reply.header('cache-control', 'max-age=31536000, immutable').type(clip.type).send(clip.bytes);
  });
}
