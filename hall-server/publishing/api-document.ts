/** The part of JSON Schema that the schemas of the HTTP API come to. */
export interface FieldSchema {
  readonly $schema?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly oneOf?: readonly FieldSchema[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
}

interface Content {
  readonly 'application/json': { readonly schema: FieldSchema; readonly example?: object };
}

export interface ApiOperation {
  readonly summary: string;
  readonly description?: string;
  readonly 'x-scope'?: string;
  /** Why the law may refuse it. */
  readonly 'x-codes'?: readonly string[];
  readonly 'x-events'?: readonly { readonly event: string; readonly meaning: string }[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<number, { readonly description: string; readonly content?: Content }>>;
}

/** An OpenAPI 3.1 document as this hall writes it: what the page about the HTTP API is made from. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly description: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly webhooks: { readonly event: { readonly post: ApiOperation } };
  readonly components: object;
  readonly 'x-codes': readonly { readonly code: string; readonly status: number; readonly meaning: string }[];
}
