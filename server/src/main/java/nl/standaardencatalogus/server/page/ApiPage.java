package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.server.api.Operation;
import nl.standaardencatalogus.server.http.ApiVersion;

/**
 * What can be done over the API, for who builds a program on it. It can be read without a script;
 * with one there is also a viewer in which every operation can be tried.
 */
public record ApiPage(Frame frame, List<Group> groups, String examples) {
  static final String SECTION = "api";

  /** What is about one thing, under the name that the description has for it. */
  public record Group(String tag, List<Operation> operations) {}

  static ApiPage of(View view) {
    Map<String, List<Operation>> groups = new LinkedHashMap<>();
    Operation.all()
        .forEach(
            operation ->
                groups.computeIfAbsent(operation.tag(), none -> new ArrayList<>()).add(operation));
    return new ApiPage(
        view.frame(view.t("api"), SECTION, view.crumbs(Link.text(view.t("api"))), true),
        groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList(),
        "curl -fsS '"
            + view.publicUrl()
            + ApiVersion.PATH
            + "/declarations?municipality=gm0363&pageSize=10'");
  }

  /** Where the description is. */
  public String document() {
    return ApiVersion.PATH + "/openapi.json";
  }

  /** Where an operation is, as its address is written. */
  public String address(Operation operation) {
    return ApiVersion.PATH + operation.path();
  }
}
