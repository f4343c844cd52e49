/** A report that a build leaves in CodeBuild: test results or code coverage. */
export class Report {
  /** Test results in JUnit's XML. @param files a pattern, for example `reports/*.xml` */
  static junit(files: string): Report { return new Report('junit', 'JUNITXML', files); }
  /** Test results in Cucumber's JSON. @param files a pattern */
  static cucumber(files: string): Report { return new Report('cucumber', 'CUCUMBERJSON', files); }
  /** Test results in NUnit's XML, version 3. @param files a pattern */
  static nunit(files: string): Report { return new Report('nunit', 'NUNIT3XML', files); }
  /** Test results in TestNG's XML. @param files a pattern */
  static testNg(files: string): Report { return new Report('testng', 'TESTNGXML', files); }
  /** Test results of Visual Studio. @param files a pattern */
  static visualStudio(files: string): Report { return new Report('trx', 'VISUALSTUDIOTRX', files); }
  /** Code coverage in Clover's XML. @param files a pattern */
  static clover(files: string): Report { return new Report('clover', 'CLOVERXML', files); }
  /** Code coverage in Cobertura's XML. @param files a pattern */
  static cobertura(files: string): Report { return new Report('cobertura', 'COBERTURAXML', files); }
  /** Code coverage in JaCoCo's XML. @param files a pattern */
  static jacoco(files: string): Report { return new Report('jacoco', 'JACOCOXML', files); }
  /** Code coverage of SimpleCov. @param files a pattern */
  static simpleCov(files: string): Report { return new Report('simplecov', 'SIMPLECOV', files); }

  private constructor(
    /** The name of the report group, behind the project's. */
    public readonly group: string,
    /** The file format, as a buildspec names it. */
    public readonly format: string,
    /** The pattern of the files. */
    public readonly files: string,
  ) {}
}
