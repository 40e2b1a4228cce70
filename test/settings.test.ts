import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsRefused } from '../hall-server/settings.ts';
import { temporaryFolder } from './support/hall.ts';

describe('where the hall listens and keeps its data', () => {
  it('has a usual place for everything', () => {
    expect(readSettings([], {})).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: 'data',
      backupDir: 'data/backups',
      demo: false,
      announce: 'yes',
      exporter: null,
    });
  });

  it('a demo hall, whose passwords are known, is for this machine only unless somebody says otherwise', () => {
    expect(readSettings(['--demo'], {})).toMatchObject({ demo: true, host: '127.0.0.1' });
    expect(readSettings(['--demo', '--host', '0.0.0.0'], {})).toMatchObject({ demo: true, host: '0.0.0.0' });
    expect(readSettings(['--demo'], { HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0' });
  });

  it('a flag goes before the environment, the environment before the usual', () => {
    const environment = { PORT: '81', HOST: 'hall.lan', DATA_DIR: '/srv/hall' };
    expect(readSettings([], environment)).toMatchObject({
      port: 81,
      host: 'hall.lan',
      dataDir: '/srv/hall',
      backupDir: '/srv/hall/backups',
      demo: false,
    });
    const flags = ['--port', '82', '--host', '::1', '--data-dir', 'elsewhere'];
    expect(readSettings(flags, environment)).toMatchObject({ port: 82, host: '::1', dataDir: 'elsewhere' });
    expect(readSettings(['--backup-dir', '/mnt/other'], { BACKUP_DIR: '/mnt/disk' }).backupDir).toBe('/mnt/other');
  });

  it('ratings are sent over https only, signed with a secret from a file; or nowhere', () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/secret`;
    writeFileSync(file, 'sixteen letters and more\n');
    const to = (url: string, secretFile = file) =>
      readSettings(['--export-to', url, '--export-secret-file', secretFile], {}).exporter;
    expect(to('https://platform.example/ratings')).toEqual({
      url: 'https://platform.example/ratings',
      secret: 'sixteen letters and more',
    });
    expect(to('http://127.0.0.1:9/ratings')).not.toBeNull();
    expect(() => to('http://platform.example/ratings')).toThrow(SettingsRefused);
    expect(() => to('http://127.0.0.1.platform.example/')).toThrow(SettingsRefused);
    expect(() => to('https://platform.example/', `${folder.path}/none`)).toThrow('--export-secret-file');
    writeFileSync(file, 'short');
    expect(() => to('https://platform.example/')).toThrow('at least 16');
    folder.remove();
  });

  it('what is set to nothing is not set', () => {
    expect(readSettings([], { PORT: '', HOST: '', DATA_DIR: '' })).toEqual(readSettings([], {}));
  });

  it('announces itself on its network, where anybody else can reach it', () => {
    expect(readSettings(['--demo'], {}).announce).toBe('no');
    expect(readSettings(['--host', 'localhost'], {}).announce).toBe('no');
    expect(readSettings(['--host', '10.0.0.2'], {}).announce).toBe('yes');
    expect(readSettings(['--announce', 'no'], {}).announce).toBe('no');
    expect(readSettings([], { ANNOUNCE: 'https://Hall.example/kiosk/' }).announce).toBe('https://hall.example');
  });

  it.each([
    [['--announce', 'maybe'], /announce/],
    [['--announce', 'ftp://hall.example'], /announce/],
    [['--port', 'eighty'], /port/],
    [['--port', '65536'], /port/],
    [['--port', '-1'], /port/],
    [['--port', '80.5'], /port/],
    [['--port', ''], /port/],
    [['--port'], /port/],
    [['--data-dir', ''], /data-dir/],
    [['--host', ''], /host/],
    [['--prot', '80'], /prot/],
    [['8080'], /8080/],
  ])('%j is refused with a sentence that says what is wrong', (args, says) => {
    expect(() => readSettings(args, {})).toThrow(SettingsRefused);
    expect(() => readSettings(args, {})).toThrow(says);
  });

  it('a wrong PORT in the environment is named as well', () => {
    expect(() => readSettings([], { PORT: 'http' })).toThrow('port');
  });
});
