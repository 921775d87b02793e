package io.throughline.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.throughline.shared.DomainException;
import io.throughline.survey.ResultsFilter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** A call whose figures may be narrowed to those of some people. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.QUERY, name = "segment")
@Parameter(in = ParameterIn.QUERY, name = "organisation", description = "its id; as often as wanted")
@Parameter(in = ParameterIn.QUERY, name = "from", description = "a day such as 2027-01-31")
@Parameter(in = ParameterIn.QUERY, name = "to", description = "a day such as 2027-01-31")
@Parameter(in = ParameterIn.QUERY, name = "said", description = "a question's id, a colon, the key of its option")
@interface Narrowing {

    /** Reads what a call was narrowed to. */
    final class Read {

        private Read() {}

        /**
         * @param parameters all of them as they came: a list of its own would be split where a name has a comma
         * @throws ApiProblem MALFORMED where one can't be read, or says two things where one is meant
         */
        static ResultsFilter of(MultiValueMap<String, String> parameters) {
            parameters.forEach((name, values) -> {
                if (values.size() > 1 && !name.equals("organisation")) {
                    throw new ApiProblem(ApiError.MALFORMED, "", "more than one " + name);
                }
            });
            try {
                return ResultsFilter.read(name -> parameters.getOrDefault(name, List.of()));
            } catch (DomainException e) {
                throw new ApiProblem(ApiError.MALFORMED, "", "a day, an organisation or an option to narrow to");
            }
        }
    }
}
