import { z } from 'zod';
import { StaffId } from './ids.ts';
import { typedText } from './rating.ts';

/** 差评工单: where the follow-up of a low rating stands. */
export const caseStatuses = [
  'open',
  'contacted',
  'verified',
  'rectifying',
  'fedBack',
  'revisited',
  'closed',
  'invalid',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const invalidGrounds = ['mistaken', 'malicious', 'notThisVisit'] as const;
export type InvalidGround = (typeof invalidGrounds)[number];
export const satisfactions = ['satisfied', 'basically', 'not'] as const;
export type Satisfaction = (typeof satisfactions)[number];
export const appealers = ['ratedPerson', 'rater'] as const;
export type Appealer = (typeof appealers)[number];
/** What two people must want: one proposes, another one approves. */
export const proposals = ['invalid', 'unflag', 'close'] as const;
export type ProposalKind = (typeof proposals)[number];

/** One step of the follow-up, ids and choices only; what is written about it goes with it as text. */
export const CaseStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), reached: z.boolean() }),
  z.strictObject({ kind: z.literal('verify') }),
  z.strictObject({ kind: z.literal('rectify'), owner: StaffId, by: z.iso.date() }),
  z.strictObject({ kind: z.literal('cannotBeMet') }),
  z.strictObject({ kind: z.literal('feedBack'), how: z.enum(['told', 'published']) }),
  z.strictObject({ kind: z.literal('revisit'), answer: z.enum(satisfactions) }),
  z.strictObject({ kind: z.literal('noRevisit') }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('proposeInvalid'), ground: z.enum(invalidGrounds) }),
  z.strictObject({ kind: z.literal('proposeUnflag') }),
  z.strictObject({ kind: z.literal('decideProposal'), approve: z.boolean() }),
  z.strictObject({ kind: z.literal('appeal'), by: z.enum(appealers) }),
  z.strictObject({ kind: z.literal('decideAppeal'), upheld: z.boolean() }),
]);
export type CaseStep = z.infer<typeof CaseStep>;
export type CaseStepKind = CaseStep['kind'];

/** 取消异常标记: one proposes that a flagged rating counts again, another one decides. */
export const FlagStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('propose') }),
  z.strictObject({ kind: z.literal('decide'), approve: z.boolean() }),
]);
export type FlagStep = z.infer<typeof FlagStep>;

/** The parts of what is written with a step; `close` and a proposed close say the three that are made public. */
export const caseTextParts = ['note', 'complaint', 'cause', 'measure'] as const;
export type CaseTextPart = (typeof caseTextParts)[number];
const text = typedText(500);
export const CaseTexts = z
  .strictObject({
    note: text.optional(),
    complaint: text.optional(),
    cause: text.optional(),
    measure: text.optional(),
  })
  .readonly();
export type CaseTexts = z.infer<typeof CaseTexts>;

/** What must be written with each step. */
export const wantedTexts = {
  contact: [],
  verify: ['note'],
  rectify: ['measure'],
  cannotBeMet: ['note'],
  feedBack: ['note'],
  revisit: [],
  noRevisit: ['note'],
  close: ['complaint', 'cause', 'measure'],
  proposeInvalid: ['note'],
  proposeUnflag: ['note'],
  decideProposal: ['note'],
  appeal: ['note'],
  decideAppeal: ['note'],
} as const satisfies Record<CaseStepKind, readonly CaseTextPart[]>;

/** A number to be called back at; kept encrypted and erased some days after the case has closed. */
export const CallBackNumber = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{4,18}[0-9]$/);
