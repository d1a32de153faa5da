package org.tocsin.platform.problem;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException.FieldError;

/** Bean validation's findings in the caller's words: pointers into the body and names of parameters, no Java names. */
final class Violations {

    private Violations() {}

    static Problem problem(Set<ConstraintViolation<?>> violations, SimpleResourceInfo resource) {
        boolean ours = violations.stream().anyMatch(Violations::isOfReturnValue);
        if (ours) {
            return Problem.of(500);
        }
        List<FieldError> errors = violations.stream()
                .map(violation -> new FieldError(place(violation, resource), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        boolean inBody = errors.stream().anyMatch(error -> !error.pointer().startsWith("?"));
        return inBody
                ? Problem.of(422, "invalid", "Invalid content", "The content is not acceptable.", errors)
                : Problem.of(400, "bad-request", "Bad request", "A parameter is not acceptable.", errors);
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String place(ConstraintViolation<?> violation, SimpleResourceInfo resource) {
        StringBuilder pointer = new StringBuilder();
        String parameter = null;
        boolean bean = false;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                int index = node.as(Path.ParameterNode.class).getParameterIndex();
                Parameter declared = parameter(resource, index);
                bean = declared != null && declared.isAnnotationPresent(BeanParam.class);
                parameter = declared == null ? null : parameterName(declared);
            } else {
                append(pointer, node);
            }
        }
        if (parameter != null) {
            return "?" + parameter;
        }
        return bean ? "?" + pointer.substring(pointer.isEmpty() ? 0 : 1) : pointer.toString();
    }

    /** An index or key belongs to the container, whose name came before. */
    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(Pointers.escape(node.getKey().toString()));
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            pointer.append('/').append(Pointers.escape(node.getName()));
        }
    }

    private static @Nullable Parameter parameter(SimpleResourceInfo resource, int index) {
        for (Method method : resource.getResourceClass().getDeclaredMethods()) {
            if (method.getName().equals(resource.getMethodName())
                    && List.of(method.getParameterTypes()).equals(List.of(resource.parameterTypes()))) {
                return method.getParameters()[index];
            }
        }
        return null;
    }

    private static @Nullable String parameterName(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return query.value();
        }
        PathParam path = parameter.getAnnotation(PathParam.class);
        if (path != null) {
            return path.value();
        }
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return header == null ? null : header.value();
    }
}
