/** The build these sources belong to; set by vite.config.ts. */
declare const __BUILD__: string;
