import { v7 as uuidV7 } from 'uuid';
import { type Asked, ask } from './ask.ts';

/** Sends wishes over HTTP, each under an id of its own. One that got no answer keeps its id when it is sent again, so that it is done once. */
export function createWishes() {
  let unanswered: { wish: string; id: string } | null = null;
  return async <Answer>(path: string, body: object): Promise<Asked<Answer>> => {
    const wish = JSON.stringify([path, body]);
    const { id } = unanswered?.wish === wish ? unanswered : { id: uuidV7() };
    unanswered = { wish, id };
    const asked = await ask<Answer>(path, { ...body, id });
    if (asked.ok || asked.code !== 'unreachable') unanswered = null;
    return asked;
  };
}
