import type { Language, VoiceLanguage } from '../languages.ts';

type FaultKind = 'missing' | 'surplus' | 'length' | 'stated' | 'peak' | 'silence' | 'spread' | 'loudness';

/** How a hall replaces the placeholder voices by recordings of people. */
const zhHans = {
  help: '随附的语音是合成的临时语音。请在开放前换成真人录音：每个词一个文件，选中全部文件一次上传，检查合格后启用，各屏一分钟内换用。',
  languages: { 'zh-Hans': '普通话', yue: '粤语', en: '英语' } satisfies Record<VoiceLanguage, string>,
  placeholder: '临时合成语音',
  recorded: (who: string) => `真人录音：${who}`,
  script: (count: number) => `要读的内容（${count} 个文件）`,
  scriptHelp:
    '文件名为左列加 .opus、.ogg 或 .wav。单声道，0.1–2.5 秒，词前静音不超过 60 毫秒，词后不超过 150 毫秒，各词一样响。',
  speaker: '录音人及使用授权',
  choose: '选择文件并上传',
  checking: '正在检查…',
  done: '已启用',
  sample: '试听一句',
  remove: '恢复临时语音',
  removeQuestion: '恢复临时语音？录音会从服务器删除。',
  faults: (count: number) => `${count} 处不合要求，未启用：`,
  faultKinds: {
    missing: '缺少，或不是可播放的声音',
    surplus: '不需要的文件',
    length: '长度不对',
    stated: '长度不对',
    peak: '过响',
    silence: '前后静音过长',
    spread: '各文件响度相差过大',
    loudness: '整体响度不对',
  } satisfies Record<FaultKind, string>,
  refused: '服务器没有接受，请检查文件后重试。',
  unheard: '本机不能播放声音。',
};

export type AdminVoiceTexts = typeof zhHans;

const zhHant: AdminVoiceTexts = {
  help: '隨附的語音是合成的臨時語音。請在開放前換成真人錄音：每個詞一個檔案，選取全部檔案一次上載，檢查合格後啟用，各屏一分鐘內換用。',
  languages: { 'zh-Hans': '普通話', yue: '粵語', en: '英語' },
  placeholder: '臨時合成語音',
  recorded: (who) => `真人錄音：${who}`,
  script: (count) => `要讀的內容（${count} 個檔案）`,
  scriptHelp:
    '檔名為左列加 .opus、.ogg 或 .wav。單聲道，0.1–2.5 秒，詞前靜音不超過 60 毫秒，詞後不超過 150 毫秒，各詞一樣響。',
  speaker: '錄音人及使用授權',
  choose: '選擇檔案並上載',
  checking: '正在檢查…',
  done: '已啟用',
  sample: '試聽一句',
  remove: '恢復臨時語音',
  removeQuestion: '恢復臨時語音？錄音會從伺服器刪除。',
  faults: (count) => `${count} 處不合要求，未啟用：`,
  faultKinds: {
    missing: '缺少，或不是可播放的聲音',
    surplus: '不需要的檔案',
    length: '長度不對',
    stated: '長度不對',
    peak: '過響',
    silence: '前後靜音過長',
    spread: '各檔案響度相差過大',
    loudness: '整體響度不對',
  },
  refused: '伺服器沒有接受，請檢查檔案後重試。',
  unheard: '本機不能播放聲音。',
};

const en: AdminVoiceTexts = {
  help: 'The voices that come with the product are synthetic placeholders. Replace them by recordings of people before opening: one file a word, all files chosen and uploaded at once. They are checked, then used; every screen takes them up within a minute.',
  languages: { 'zh-Hans': 'Mandarin', yue: 'Cantonese', en: 'English' },
  placeholder: 'Synthetic placeholder',
  recorded: (who) => `Recorded: ${who}`,
  script: (count) => `What is to be read (${count} files)`,
  scriptHelp:
    'Each file is named as on the left, with .opus, .ogg or .wav. Mono, 0.1 to 2.5 s, at most 60 ms of silence before the word and 150 ms after it, all equally loud.',
  speaker: 'Who speaks, and their consent',
  choose: 'Choose files and upload',
  checking: 'Checking…',
  done: 'In use',
  sample: 'Play a sample',
  remove: 'Back to the placeholder',
  removeQuestion: 'Back to the placeholder? The recordings are deleted from the server.',
  faults: (count) => `${count} things are not as they must be; nothing was changed:`,
  faultKinds: {
    missing: 'missing, or not a sound that can be played',
    surplus: 'a file that is not needed',
    length: 'too short or too long',
    stated: 'too short or too long',
    peak: 'too loud',
    silence: 'too much silence before or after it',
    spread: 'the files differ too much in loudness',
    loudness: 'too loud or too soft as a whole',
  },
  refused: 'The server did not accept them. Please check the files and try again.',
  unheard: 'This computer cannot play sound.',
};

export const adminVoiceTexts: Record<Language, AdminVoiceTexts> = { zhHans, zhHant, en };
