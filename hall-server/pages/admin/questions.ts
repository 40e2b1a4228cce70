import { useCallback, useEffect, useState } from 'react';
import type { ImportResult, ImportRow, ImportVerdict } from '../../../shared/appointment-import.ts';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import type { OfficersView } from '../../../shared/diary-views.ts';
import type { Figures, FiguresQuery } from '../../../shared/figures.ts';
import type {
  ApproveDevice,
  AssignDevice,
  BackupState,
  DeviceList,
  ExportState,
  OrderDevice,
  SaveStaff,
  SetupChanged,
  SetupPreview,
  SetupVersionRow,
  SetupWish,
  StaffCode,
  StaffRow,
  TestPrint,
  TestPrinted,
  TextChange,
  TripsRow,
} from '../../../shared/http.ts';
import type { CommandId, TicketId } from '../../../shared/ids.ts';
import type {
  ApiPath,
  NewToken,
  NewWebhook,
  RenewToken,
  TokenMade,
  TokenRow,
  WebhookAnswer,
  WebhookMade,
  WebhookRow,
} from '../../../shared/interfaces.ts';
import type { Language, VoiceLanguage } from '../../../shared/languages.ts';
import type { Paper } from '../../../shared/printing.ts';
import type { CaseRow, CaseView, FlaggedRating, RatingFigures } from '../../../shared/rating-ledger.ts';
import type { Replayed, ReplayWish } from '../../../shared/replay.ts';
import type { RecordingsList, UploadRecordings } from '../../../shared/voice.ts';

/** Dates in the hall's zone, the last one included. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** What of an OpenAPI document is shown here. */
export interface ApiDocument {
  readonly paths: Readonly<Partial<Record<ApiPath, Readonly<Record<string, { readonly description: string }>>>>>;
}

export type WebhookOrder = 'pause' | 'resume' | 'remove' | 'try' | 'again';

/** What this page asks over HTTP; previews and tests answer it themselves. */
export interface Questions {
  readonly staff: () => Promise<Asked<readonly StaffRow[]>>;
  readonly saveStaff: (row: SaveStaff) => Promise<Asked<unknown>>;
  readonly devices: () => Promise<Asked<DeviceList>>;
  readonly approveDevice: (wish: ApproveDevice) => Promise<Asked<unknown>>;
  readonly assignDevice: (wish: AssignDevice) => Promise<Asked<unknown>>;
  readonly orderDevice: (wish: OrderDevice) => Promise<Asked<unknown>>;
  /** Where a device's picture is. */
  readonly mirrorAddress: (deviceId: string) => string;
  readonly revokeDevice: (deviceId: string) => Promise<Asked<unknown>>;
  readonly testPrinter: (wish: TestPrint) => Promise<Asked<TestPrinted>>;
  /** Where the picture of a slip is. */
  readonly slipSample: (paper: Paper, language: Language) => string;
  /** Null: there has been no day yet. */
  readonly trips: (period: { from: string; to: string } | null) => Promise<Asked<readonly TripsRow[]>>;
  readonly recordings: () => Promise<Asked<RecordingsList>>;
  readonly saveRecordings: (language: VoiceLanguage, upload: UploadRecordings) => Promise<Asked<RecordingsList>>;
  readonly removeRecordings: (language: VoiceLanguage) => Promise<Asked<RecordingsList>>;
  readonly backups: () => Promise<Asked<BackupState>>;
  readonly makeBackup: () => Promise<Asked<BackupState>>;
  readonly staffCode: (deviceId: string) => Promise<Asked<StaffCode>>;
  readonly cases: (period: Days) => Promise<Asked<readonly CaseRow[]>>;
  readonly oneCase: (ticketId: TicketId) => Promise<Asked<CaseView>>;
  /** Black a text out, or erase it. */
  readonly changeText: (change: TextChange) => Promise<Asked<unknown>>;
  readonly flagged: (period: Days) => Promise<Asked<readonly FlaggedRating[]>>;
  readonly figures: (query: FiguresQuery) => Promise<Asked<Figures>>;
  /** Where the table of them is as a file. */
  readonly figuresFile: (query: FiguresQuery, format: 'xlsx' | 'csv') => string;
  readonly ratingFigures: (period: Days) => Promise<Asked<RatingFigures>>;
  /** A past day under another rule; changes nothing. `id` names it while it runs; given up, it ends in the hall too. */
  readonly replay: (wish: ReplayWish, id: string, giveUp: AbortSignal) => Promise<Asked<Replayed>>;
  readonly exporter: () => Promise<Asked<ExportState | { readonly target: null }>>;
  readonly exportNow: () => Promise<Asked<unknown>>;
  /** The changes of the set-up before a place in the journal; null: the latest. */
  readonly setupVersions: (before: number | null) => Promise<Asked<readonly SetupVersionRow[]>>;
  readonly setupPreview: (wish: SetupWish) => Promise<Asked<SetupPreview>>;
  readonly changeSetup: (id: CommandId, wish: SetupWish) => Promise<Asked<SetupChanged>>;
  readonly tokens: () => Promise<Asked<readonly TokenRow[]>>;
  readonly makeToken: (wish: NewToken) => Promise<Asked<TokenMade>>;
  readonly renewToken: (wish: RenewToken) => Promise<Asked<TokenMade>>;
  readonly revokeToken: (tokenId: string) => Promise<Asked<unknown>>;
  readonly webhooks: () => Promise<Asked<readonly WebhookRow[]>>;
  readonly makeWebhook: (wish: NewWebhook) => Promise<Asked<WebhookMade>>;
  readonly changeWebhookSecret: (webhookId: string) => Promise<Asked<WebhookMade>>;
  readonly orderWebhook: (order: WebhookOrder, webhookId: string) => Promise<Asked<unknown>>;
  readonly testWebhook: (webhookId: string) => Promise<Asked<{ readonly status: WebhookAnswer }>>;
  readonly openApi: () => Promise<Asked<ApiDocument>>;
  readonly officers: () => Promise<Asked<OfficersView>>;
  readonly previewImport: (rows: readonly ImportRow[]) => Promise<Asked<readonly ImportVerdict[]>>;
  readonly importRows: (id: CommandId, rows: readonly ImportRow[]) => Promise<Asked<readonly ImportResult[]>>;
}

export const questions: Questions = {
  staff: () => ask('/api/staff'),
  saveStaff: (row) => ask('/api/staff', row),
  devices: () => ask('/api/devices'),
  approveDevice: (wish) => ask('/api/devices/approve', wish),
  assignDevice: (wish) => ask('/api/devices/assign', wish),
  orderDevice: (wish) => ask('/api/devices/order', wish),
  mirrorAddress: (deviceId) => `/mirror/?device=${encodeURIComponent(deviceId)}`,
  revokeDevice: (deviceId) => ask('/api/devices/revoke', { deviceId }),
  testPrinter: (wish) => ask('/api/printers/test', wish),
  slipSample: (paper, language) => `/api/slip-sample?paper=${paper}&language=${language}`,
  trips: async (period) =>
    period === null ? { ok: true, answer: [] } : ask(`/api/trips?from=${period.from}&to=${period.to}`),
  recordings: () => ask('/api/voice'),
  saveRecordings: (language, upload) => ask(`/api/voice/${language}`, upload),
  removeRecordings: (language) => ask(`/api/voice/${language}/remove`, {}),
  backups: () => ask('/api/backups'),
  makeBackup: () => ask('/api/backups', {}),
  staffCode: (deviceId) => ask('/api/devices/staff-code', { deviceId }),
  cases: ({ from, to }) => ask(`/api/cases?from=${from}&to=${to}`),
  oneCase: (ticketId) => ask(`/api/cases/${ticketId}`),
  changeText: (change) => ask('/api/cases/text', change),
  flagged: ({ from, to }) => ask(`/api/ratings/flagged?from=${from}&to=${to}`),
  figures: (query) => ask(`/api/figures?${new URLSearchParams(query)}`),
  figuresFile: (query, format) => `/api/figures/file?${new URLSearchParams({ ...query, format })}`,
  ratingFigures: ({ from, to }) => ask(`/api/ratings/figures?from=${from}&to=${to}`),
  replay: (wish, id, giveUp) => ask(`/api/replay?id=${id}`, wish, giveUp),
  exporter: () => ask('/api/exporter'),
  exportNow: () => ask('/api/exporter', {}),
  setupVersions: (before) => ask(`/api/setup/versions${before === null ? '' : `?before=${before}`}`),
  setupPreview: (wish) => ask('/api/setup/preview', wish),
  changeSetup: (id, wish) => ask('/api/setup', { id, wish }),
  tokens: () => ask('/api/tokens'),
  makeToken: (wish) => ask('/api/tokens', wish),
  renewToken: (wish) => ask('/api/tokens/renew', wish),
  revokeToken: (tokenId) => ask('/api/tokens/revoke', { tokenId }),
  webhooks: () => ask('/api/webhooks'),
  makeWebhook: (wish) => ask('/api/webhooks', wish),
  changeWebhookSecret: (webhookId) => ask('/api/webhooks/secret', { webhookId }),
  orderWebhook: (order, webhookId) =>
    order === 'pause' || order === 'resume'
      ? ask('/api/webhooks/pause', { webhookId, paused: order === 'pause' })
      : ask(`/api/webhooks/${order}`, { webhookId }),
  testWebhook: (webhookId) => ask('/api/webhooks/test', { webhookId }),
  openApi: () => ask('/api/v1/openapi.json'),
  officers: () => ask('/api/officers'),
  previewImport: (rows) => ask('/api/appointments/import/preview', { rows }),
  importRows: (id, rows) => ask('/api/appointments/import', { id, rows }),
};

export interface Reading<Answer> {
  /** The last answer, kept while later ones fail. */
  readonly answer: Answer | null;
  readonly failure: Extract<Asked<Answer>, { ok: false }>['code'] | null;
  readonly again: () => void;
}

/** Asks now, after every change, and every so often while the section is open. */
export function useReading<Answer>(question: () => Promise<Asked<Answer>>, everyMs: number): Reading<Answer> {
  const [reading, setReading] = useState<Omit<Reading<Answer>, 'again'>>({ answer: null, failure: null });
  const again = useCallback(async () => {
    const asked = await question();
    setReading((before) =>
      asked.ok ? { answer: asked.answer, failure: null } : { answer: before.answer, failure: asked.code },
    );
  }, [question]);
  useEffect(() => {
    void again();
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again, everyMs]);
  return { ...reading, again: () => void again() };
}
