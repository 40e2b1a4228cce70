/** '营业执照 / 商事登记' breaks after its mark, and a line that ends on a stroke looks cut off; one on a comma does not. */
export function unslashed(name: string): string {
  return partsOfName(name).join(/[\u4e00-\u9fff]/.test(name) ? '、' : ', ');
}

export function partsOfName(name: string): readonly string[] {
  return name.split(/\s*\/\s*/).filter((part) => part !== '');
}
