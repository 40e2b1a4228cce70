import { preparePage } from '../../shared/electron/preload-page.ts';

preparePage(null);
