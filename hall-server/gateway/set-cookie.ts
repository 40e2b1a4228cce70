import type { FastifyReply, FastifyRequest } from 'fastify';

/** `Secure` only over https: on plain http a browser drops a Secure cookie without a word. */
export function setCookie(request: FastifyRequest, reply: FastifyReply, name: string, value: string, maxAge: number) {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge,
  });
}
