interface LockedPackage {
  version?: string;
  license?: string;
  /** Needed for development only. */
  dev?: boolean;
}

/** What may not be used among the packages of a package-lock.json, in words; empty when all may. */
export function licenceProblems(packages: Record<string, LockedPackage>): string[];
