/** The names that differ between transitional files, which everybody writes, and strict ones (ISO/IEC 29500-1). */
export interface Dialect {
  /** Namespace of worksheets, styles and the workbook. */
  main: string;
  /** Namespace of `r:id`; types of relationships begin with it. */
  links: string;
  customPropertiesKind: string;
  customProperties: string;
  propertyTypes: string;
  customXml: string;
}

const TRANSITIONAL: Dialect = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  links: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  customPropertiesKind: "custom-properties",
  customProperties: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
  propertyTypes: "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
  customXml: "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
};

const STRICT: Dialect = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  links: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  customPropertiesKind: "customProperties",
  customProperties: "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  propertyTypes: "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
  customXml: "http://purl.oclc.org/ooxml/officeDocument/customXml",
};

/** The dialect of a package, by the type of its link to the main part. */
export function dialectOf(mainLinkType: string): Dialect {
  return mainLinkType.startsWith("http://purl.oclc.org/") ? STRICT : TRANSITIONAL;
}

export const CONTENT = {
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
  customProperties: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  xml: "application/xml",
  worksheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  styles: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
} as const;

/** What every part begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
