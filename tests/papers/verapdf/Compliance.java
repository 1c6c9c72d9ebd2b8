import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Validates PDF files against the profiles of the first argument, such as {@code 3a,ua1}, in one run. */
public final class Compliance {
  private static final int MOST_FAILURES = 200;

  private Compliance() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    List<String> files = List.of(arguments).subList(1, arguments.length);
    boolean allComply = true;
    for (String wanted : arguments[0].split(",")) {
      String name = wanted.toLowerCase(Locale.ROOT);
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      ValidationProfile profile = profile(name);
      for (String file : files) {
        Map<String, String> failures = failures(file, flavour, profile);
        System.out.println((failures.isEmpty() ? "ok    " : "FAILS ") + name + " " + file);
        failures.forEach((rule, message) -> System.out.println("       " + rule + "  " + message));
        allComply &= failures.isEmpty();
      }
    }
    System.exit(allComply ? 0 : 1);
  }

  private static ValidationProfile profile(String name) throws Exception {
    String title = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase(Locale.ROOT);
    try (InputStream rules = Compliance.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + title + ".xml")) {
      if (rules == null) {
        throw new IllegalArgumentException("no profile named " + name);
      }
      return Profiles.profileFromXml(rules);
    }
  }

  /** The rules a file breaks, each with its first place; empty when it complies. */
  private static Map<String, String> failures(String file, PDFAFlavour flavour, ValidationProfile profile) {
    Map<String, String> broken = new LinkedHashMap<>();
    try (InputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, MOST_FAILURES, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      for (TestAssertion test : result.getTestAssertions()) {
        if (test.getStatus() == TestAssertion.Status.FAILED) {
          String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
          broken.putIfAbsent(rule, test.getMessage() + " at " + test.getLocation().getContext());
        }
      }
      if (!result.isCompliant() && broken.isEmpty()) {
        broken.put("validation", "stopped: " + result.getJobEndStatus());
      }
    } catch (Exception unreadable) {
      broken.put("file", "not read: " + unreadable);
    }
    return broken;
  }
}
